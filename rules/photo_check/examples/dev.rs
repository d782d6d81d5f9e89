fn main(){
  let a:Vec<String>=std::env::args().collect();
  if a[1]=="raw" { let b=std::fs::read(&a[2]).unwrap(); let s:usize=a[3].parse().unwrap(); for f in photo_check::dev::raw(s,s,b){ println!("{:?}",f);} }
  else if a[1]=="mask" { let b=std::fs::read(&a[2]).unwrap(); let m=photo_check::dev::mask(b); let v:Vec<u8>=m.iter().flat_map(|v|v.to_le_bytes()).collect(); std::fs::write(&a[3],v).unwrap(); }
  else if a[1]=="bench" { let s:usize=320; let b=vec![100u8;s*s*3]; for s in [160usize,320]{ let b=b[..s*s*3].to_vec(); let t=std::time::Instant::now(); for _ in 0..10{std::hint::black_box(photo_check::dev::raw(s,s,b.clone()));} println!("yunet {s} {:?}",t.elapsed()/10);} let b=vec![100u8;256*256*3]; let t=std::time::Instant::now(); for _ in 0..10{std::hint::black_box(photo_check::dev::mask(b.clone()));} println!("selfie {:?}",t.elapsed()/10);}
  else { for f in &a[1..]{ let b=std::fs::read(f).unwrap(); println!("{f} {:?}",photo_check::dev::faces(&b)); } }
}
